/**
 * What every reader of ECG files makes: leads of 16-bit samples, and values that say what is wrong.
 */
@NullMarked
package io.dispatch120.dispatch.ecg.wave;

import org.jspecify.annotations.NullMarked;
