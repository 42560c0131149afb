/** Centres described by files: the demo's own, and live ones that an operator brings. */
@NullMarked
package io.dispatch120.app.catalogue;

import org.jspecify.annotations.NullMarked;
