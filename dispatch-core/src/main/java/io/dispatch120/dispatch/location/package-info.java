/** Where an incident is: fixes with their uncertainty, and the rules that choose among them. */
@NullMarked
package io.dispatch120.dispatch.location;

import org.jspecify.annotations.NullMarked;
