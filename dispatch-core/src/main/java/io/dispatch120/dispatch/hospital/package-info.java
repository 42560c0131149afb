/** What hospitals can do and when, whom they have to be told, and who has been told. Pure. */
@NullMarked
package io.dispatch120.dispatch.hospital;

import org.jspecify.annotations.NullMarked;
