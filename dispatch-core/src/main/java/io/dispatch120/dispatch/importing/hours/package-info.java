/** Opening hours as lists give them, in many languages, to OpenStreetMap notation. Pure. */
@NullMarked
package io.dispatch120.dispatch.importing.hours;

import org.jspecify.annotations.NullMarked;
