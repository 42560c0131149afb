/**
 * Pages that were built beforehand: files of the class path, known by name from the start, sent
 * compressed and kept by browsers for as long as they do not change.
 */
@NullMarked
package io.dispatch120.web.page;

import org.jspecify.annotations.NullMarked;
