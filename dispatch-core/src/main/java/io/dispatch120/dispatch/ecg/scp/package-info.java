/** SCP-ECG, EN 1064 and ISO 11073-91064: sections, Huffman codes, differences, reference beats. */
@NullMarked
package io.dispatch120.dispatch.ecg.scp;

import org.jspecify.annotations.NullMarked;
