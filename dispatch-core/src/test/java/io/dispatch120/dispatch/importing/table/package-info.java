@NullMarked
package io.dispatch120.dispatch.importing.table;

import org.jspecify.annotations.NullMarked;
