/** ECG files as crews send them: what they are, whether they are whole, their samples. Pure. */
@NullMarked
package io.dispatch120.dispatch.ecg;

import org.jspecify.annotations.NullMarked;
