/** What somebody who was paged by a text message does. */
@NullMarked
package io.dispatch120.locator.doctor;

import org.jspecify.annotations.NullMarked;
