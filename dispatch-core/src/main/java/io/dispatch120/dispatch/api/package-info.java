/**
 * What the rest of the product sees of the core: vocabulary, commands and views, as plain records.
 */
@NullMarked
package io.dispatch120.dispatch.api;

import org.jspecify.annotations.NullMarked;
