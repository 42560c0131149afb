/**
 * What both HTTP ports share: contract-first routing and validation, problem answers, sessions in
 * requests, idempotency keys, security headers and the access log.
 */
@NullMarked
package io.dispatch120.web;

import org.jspecify.annotations.NullMarked;
