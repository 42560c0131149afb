package io.dispatch120.dispatch.chestpain;

import static io.dispatch120.dispatch.api.Strategy.DIRECT;
import static io.dispatch120.dispatch.api.Strategy.PRIMARY_PCI;
import static io.dispatch120.dispatch.api.Strategy.THROMBOLYSIS_THEN_TRANSFER;

import io.dispatch120.dispatch.chestpain.DestinationOption.Reason;
import java.util.List;
import java.util.Map;

/** Advice in the words its tests compare. */
final class AdviceWords {
  private AdviceWords() {}

  static List<String> order(List<DestinationOption> options) {
    return options.stream().map(AdviceWords::told).toList();
  }

  private static String told(DestinationOption option) {
    return option.hospitalId()
        + " "
        + switch (option.strategy()) {
          case PRIMARY_PCI -> option.transferTo() == null ? "pci" : "pci by transfer";
          case THROMBOLYSIS_THEN_TRANSFER -> "lysis";
          case DIRECT -> "direct";
        };
  }

  static List<String> codes(DestinationOption option) {
    return option.reasons().stream().map(Reason::code).toList();
  }

  static Map<String, Object> figures(DestinationOption option, String code) {
    return option.reasons().stream()
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .orElseThrow()
        .figures();
  }
}
