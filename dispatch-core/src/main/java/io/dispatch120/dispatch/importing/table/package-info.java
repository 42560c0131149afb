/** From bytes to rows: character sets, separators, CSV and GeoJSON. Pure. */
@NullMarked
package io.dispatch120.dispatch.importing.table;

import org.jspecify.annotations.NullMarked;
