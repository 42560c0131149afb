/** ECGs on a sheet: pictures and PDF. They are checked for being whole, never decoded. */
@NullMarked
package io.dispatch120.dispatch.ecg.sheet;

import org.jspecify.annotations.NullMarked;
