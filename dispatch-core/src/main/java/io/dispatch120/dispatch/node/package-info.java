/**
 * One process of the product: the centres it serves, and what runs on its loop. Ports only;
 * adapters are wired by app.
 */
@NullMarked
package io.dispatch120.dispatch.node;

import org.jspecify.annotations.NullMarked;
