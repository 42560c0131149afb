package io.dispatch120.dispatch.command;

import io.dispatch120.dispatch.api.SentTextView;
import java.util.List;

/** What a demo shows of its text messages. Thread-safe. */
public interface SentTexts {

  /** The last ones of this node, the newest first. */
  List<SentTextView> listSent();
}
