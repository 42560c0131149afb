package io.dispatch120.dispatch.edge;

import io.dispatch120.dispatch.api.CenterId;
import io.dispatch120.dispatch.api.EcgContent;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.IncidentId;
import io.vertx.core.Future;
import java.util.Optional;

/** Where the files of ECGs are read. Thread-safe. */
public interface EcgFiles {
  /** There are none. */
  EcgFiles NONE =
      new EcgFiles() {
        @Override
        public Future<Optional<EcgContent>> content(CenterId center, IncidentId in, EcgId ecg) {
          return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Optional<EcgContent>> waveform(CenterId center, IncidentId in, EcgId ecg) {
          return Future.succeededFuture(Optional.empty());
        }
      };

  /** The file as it came. */
  Future<Optional<EcgContent>> content(CenterId center, IncidentId incident, EcgId ecg);

  /** The waveform as JSON; empty for a picture. */
  Future<Optional<EcgContent>> waveform(CenterId center, IncidentId incident, EcgId ecg);
}
