/** HL7 annotated ECG: XML with a list of numbers for each lead. */
@NullMarked
package io.dispatch120.dispatch.ecg.aecg;

import org.jspecify.annotations.NullMarked;
