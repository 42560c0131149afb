@NullMarked
package io.dispatch120.app.catalogue;

import org.jspecify.annotations.NullMarked;
