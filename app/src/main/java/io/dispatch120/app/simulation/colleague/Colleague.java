package io.dispatch120.app.simulation.colleague;

import io.dispatch120.app.simulation.colleague.ColleagueDeed.Assign;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.ChooseHospital;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.Close;
import io.dispatch120.app.simulation.colleague.ColleagueDeed.OwnAlert;
import io.dispatch120.app.simulation.colleague.IncidentPicture.AssignmentPicture;
import io.dispatch120.app.simulation.pace.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A dispatcher who leads the calls it took itself, unhurried, and leaves all others alone; a call
 * that somebody else has done something about is theirs from then on. It is told what happens and
 * what the console shows, and asked about once a second what it does. Bounded by the open
 * incidents. Not thread-safe.
 */
public final class Colleague {
  private static final Set<String> PEOPLE = Set.of("dispatcher", "supervisor", "station", "admin");

  /** When something is to be done; done once it was, until it turns out that it failed. */
  private record Plan(Instant due, boolean done) {}

  private static final class Case {
    private @Nullable IncidentPicture picture;
    private Map<ColleagueDeed, Plan> plans = new HashMap<>();
  }

  private final String actor;
  private final Chance chance;
  private final Map<String, Case> cases = new LinkedHashMap<>();

  /**
   * @param username under which it works
   */
  public Colleague(String username, Chance chance) {
    this.actor = "dispatcher:" + username;
    this.chance = chance;
  }

  /** Something happened to an incident; told in the journal's order, for each from its opening. */
  public void happened(String incidentId, String type, String by) {
    if (type.equals("incident_opened") && by.equals(actor)) {
      cases.putIfAbsent(incidentId, new Case());
    } else if (takesOver(type, by) || type.equals("incident_closed")) {
      cases.remove(incidentId);
    }
  }

  /** Who silences an alarm has not taken the call. */
  private boolean takesOver(String type, String by) {
    String kind = by.substring(0, Math.max(0, by.indexOf(':')));
    return !by.equals(actor) && PEOPLE.contains(kind) && !type.startsWith("alert_");
  }

  /**
   * What the console shows of an incident; of no interest when it is somebody else's, or older than
   * what was shown before.
   */
  public void shown(IncidentPicture picture) {
    Case mine = cases.get(picture.id());
    if (mine != null && (mine.picture == null || mine.picture.seq() <= picture.seq())) {
      mine.picture = picture;
    }
  }

  /** These are open, and no others. */
  public void open(Set<String> incidentIds) {
    cases.keySet().retainAll(incidentIds);
  }

  public boolean leads(String incidentId) {
    return cases.containsKey(incidentId);
  }

  /** How many calls it leads. */
  public int openCases() {
    return cases.size();
  }

  /** What it does now; each once, but see {@link #failed}. */
  public List<ColleagueDeed> advance(Instant now) {
    List<ColleagueDeed> deeds = new ArrayList<>();
    for (Case mine : cases.values()) {
      IncidentPicture picture = mine.picture;
      if (picture != null) {
        Map<ColleagueDeed, Plan> plans = new HashMap<>();
        for (ColleagueDeed wanted : wanted(picture)) {
          Plan known = mine.plans.get(wanted);
          Plan plan = known == null ? new Plan(now.plus(delay(wanted)), false) : known;
          boolean due = !plan.done() && !now.isBefore(plan.due());
          if (due) {
            deeds.add(wanted);
          }
          plans.put(wanted, due ? new Plan(plan.due(), true) : plan);
        }
        // What is not wanted any more is forgotten, so that it starts anew if it comes again.
        mine.plans = plans;
      }
    }
    return deeds;
  }

  /** It did not work out: another try soon, if it is still wanted then. */
  public void failed(ColleagueDeed deed, Instant now) {
    Case mine = cases.get(deed.incidentId());
    if (mine != null) {
      mine.plans.put(deed, new Plan(now.plus(chance.seconds(5, 10)), false));
    }
  }

  private static List<ColleagueDeed> wanted(IncidentPicture incident) {
    List<ColleagueDeed> wanted = new ArrayList<>();
    if (incident.status().equals("waiting")) {
      wanted.add(new Assign(incident.id(), incident.unitsSent()));
    }
    if (incident.status().equals("awaiting_closure")) {
      wanted.add(new Close(incident.id(), incident.transported()));
    }
    for (AssignmentPicture assignment : incident.assignments()) {
      if (assignment.status().equals("patient_contact") && !assignment.destined()) {
        wanted.add(new ChooseHospital(incident.id(), assignment.id()));
      }
    }
    incident.alertIds().forEach(alert -> wanted.add(new OwnAlert(incident.id(), alert)));
    return wanted;
  }

  private Duration delay(ColleagueDeed deed) {
    if (deed instanceof Assign assign) {
      // The first time slowly, so that a visitor may be quicker.
      return assign.triedBefore().isEmpty() ? chance.seconds(25, 50) : chance.seconds(8, 15);
    }
    return deed instanceof Close ? chance.seconds(20, 60) : chance.seconds(10, 25);
  }
}
