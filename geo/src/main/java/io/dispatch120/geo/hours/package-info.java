/** Opening hours: reads the OpenStreetMap notation and says open, closed or unknown. */
@NullMarked
package io.dispatch120.geo.hours;

import org.jspecify.annotations.NullMarked;
