/** The whole node in this process, over its real ports and its real PostgreSQL. */
package io.dispatch120.app.node;
