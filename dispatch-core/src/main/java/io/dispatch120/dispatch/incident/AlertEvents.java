package io.dispatch120.dispatch.incident;

import io.dispatch120.dispatch.alert.Alert;
import io.dispatch120.dispatch.api.AlertId;
import io.dispatch120.dispatch.api.Stamp;
import io.dispatch120.dispatch.api.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of alerts: raised, repeated louder, owned, snoozed, cleared. */
public final class AlertEvents {
  private AlertEvents() {}

  /** Facts about one alert. */
  public sealed interface OfAlert extends IncidentEvent
      permits AlertRaised,
          AlertRepeated,
          AlertAcknowledged,
          AlertSnoozed,
          AlertResurfaced,
          AlertCleared {
    AlertId alertId();
  }

  public record AlertRaised(Alert alert) implements OfAlert {
    @Override
    public AlertId alertId() {
      return alert.id();
    }

    @Override
    public String type() {
      return "alert_raised";
    }

    @Override
    public @Nullable UnitId unitId() {
      return alert.unitId();
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.withAlerts(Incident.plus(incident.alerts(), alert));
    }
  }

  /** The condition lasts: louder, and with a proposal where there is one. */
  public record AlertRepeated(
      AlertId alertId,
      int tier,
      int level,
      @Nullable UnitId alertedUnitId,
      @Nullable UnitId proposedUnitId)
      implements OfAlert {
    @Override
    public String type() {
      return "alert_repeated";
    }

    @Override
    public @Nullable UnitId unitId() {
      return alertedUnitId;
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAlert(
          alertId, a -> a.repeated(tier, level, proposedUnitId, stamp.at()));
    }
  }

  public record AlertAcknowledged(AlertId alertId, String owner) implements OfAlert {
    @Override
    public String type() {
      return "alert_acknowledged";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAlert(alertId, a -> a.ownedBy(owner));
    }
  }

  public record AlertSnoozed(AlertId alertId, String owner, Instant until) implements OfAlert {
    @Override
    public String type() {
      return "alert_snoozed";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAlert(alertId, a -> a.snoozed(owner, until));
    }
  }

  /** The snooze ran out and the condition still holds. */
  public record AlertResurfaced(AlertId alertId) implements OfAlert {
    @Override
    public String type() {
      return "alert_resurfaced";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAlert(alertId, Alert::resurfaced);
    }
  }

  public record AlertCleared(AlertId alertId) implements OfAlert {
    @Override
    public String type() {
      return "alert_cleared";
    }

    @Override
    public Incident applyTo(Incident incident, Stamp stamp) {
      return incident.changeAlert(alertId, a -> a.cleared(stamp.at()));
    }
  }
}
