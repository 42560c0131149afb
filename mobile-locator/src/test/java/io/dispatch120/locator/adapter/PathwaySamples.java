package io.dispatch120.locator.adapter;

import io.dispatch120.dispatch.api.AdviceView;
import io.dispatch120.dispatch.api.AdviceView.OptionView;
import io.dispatch120.dispatch.api.AdviceView.ReasonView;
import io.dispatch120.dispatch.api.ChecklistAnswers;
import io.dispatch120.dispatch.api.ChecklistView;
import io.dispatch120.dispatch.api.ChecklistView.QuestionView;
import io.dispatch120.dispatch.api.ChestPainCaseView;
import io.dispatch120.dispatch.api.ChestPainCaseView.BypassView;
import io.dispatch120.dispatch.api.ChestPainCaseView.CaseMilestoneView;
import io.dispatch120.dispatch.api.ChestPainCaseView.EcgView;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalState;
import io.dispatch120.dispatch.api.ChestPainCaseView.IntervalView;
import io.dispatch120.dispatch.api.ChestPainCaseView.ProblemView;
import io.dispatch120.dispatch.api.ChestPainCaseView.VisitView;
import io.dispatch120.dispatch.api.ContactChannel;
import io.dispatch120.dispatch.api.CrewHospitalView;
import io.dispatch120.dispatch.api.Diagnosis;
import io.dispatch120.dispatch.api.EcgId;
import io.dispatch120.dispatch.api.EscalationAnswer;
import io.dispatch120.dispatch.api.EscalationId;
import io.dispatch120.dispatch.api.EscalationState;
import io.dispatch120.dispatch.api.EscalationView;
import io.dispatch120.dispatch.api.EscalationView.PageView;
import io.dispatch120.dispatch.api.EscalationView.RecipientView;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.IncidentId;
import io.dispatch120.dispatch.api.MilestoneSource;
import io.dispatch120.dispatch.api.PageState;
import io.dispatch120.dispatch.api.PagedView;
import io.dispatch120.dispatch.api.PagedView.PagedEcg;
import io.dispatch120.dispatch.api.PatientId;
import io.dispatch120.dispatch.api.Personal;
import io.dispatch120.dispatch.api.PreAlertId;
import io.dispatch120.dispatch.api.PreAlertKind;
import io.dispatch120.dispatch.api.PreAlertState;
import io.dispatch120.dispatch.api.PreAlertView;
import io.dispatch120.dispatch.api.Sex;
import io.dispatch120.dispatch.api.Strategy;
import io.dispatch120.dispatch.api.Troponin;
import io.dispatch120.dispatch.api.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A patient on the way with every field that there is. */
final class PathwaySamples {
  static final PatientId P1 = new PatientId("p1");
  private static final Instant NOW = InMemoryCore.NOW;
  private static final IncidentId INCIDENT = new IncidentId("i1");
  private static final HospitalId H1 = new HospitalId("h1");

  private PathwaySamples() {}

  static CrewHospitalView hospital() {
    return new CrewHospitalView(H1, "湘雅三医院", "chest_pain_centre", List.of("pci_24x7"));
  }

  static PreAlertView preAlert() {
    return new PreAlertView(
        new PreAlertId("pa1"),
        P1,
        H1,
        PreAlertKind.CHEST_PAIN,
        PreAlertState.ACCEPTED,
        NOW,
        "a01",
        Strategy.PRIMARY_PCI,
        new HospitalId("h2"),
        new Personal("家属要求"),
        3,
        List.of(escalation()));
  }

  private static EscalationView escalation() {
    return new EscalationView(
        new EscalationId("e1"),
        new PreAlertId("pa1"),
        INCIDENT,
        P1,
        H1,
        PreAlertKind.CHEST_PAIN,
        1,
        "介入值班医师",
        new Personal("王"),
        ContactChannel.SMS,
        new Personal("13900001111"),
        List.of(
            new RecipientView(
                "导管室", new Personal("李"), ContactChannel.SMS, new Personal("13900002222"))),
        List.of(new PageView(0, PageState.FAILED, NOW, "no such number")),
        NOW,
        NOW.plusSeconds(60),
        EscalationState.ACCEPTED,
        EscalationAnswer.ACCEPTED,
        new Personal("可以"),
        NOW,
        "介入值班医师",
        MilestoneSource.LINK);
  }

  static ChestPainCaseView chestPain() {
    return new ChestPainCaseView(
        P1,
        INCIDENT,
        NOW,
        Map.of(
            "first_ecg", new CaseMilestoneView(NOW, NOW, MilestoneSource.CREW, NOW, true, true, 9)),
        List.of(new VisitView(H1, NOW, NOW)),
        Diagnosis.STEMI,
        NOW,
        "a01",
        Strategy.PRIMARY_PCI,
        List.of(
            new IntervalView(
                "first_medical_contact_to_first_ecg",
                NOW,
                NOW,
                0L,
                600,
                IntervalState.MET,
                "guideline")),
        List.of("door_to_wire"),
        List.of(new ProblemView("out_of_order", List.of("first_ecg"))),
        List.of(
            new EcgView(
                new EcgId("g1"),
                "image",
                "image/png",
                new Personal("a.png"),
                "ab",
                5,
                5,
                NOW,
                NOW,
                true,
                List.of("sex_differs"))),
        List.of(new Vitals(NOW, 120, 80, 70, 16, 98, 15)),
        List.of(new Troponin("hs-cTnT", "52", "ng/L", true, NOW, NOW)),
        new ChecklistAnswers("thrombolysis", 1, Map.of("active_bleeding", "no")),
        new BypassView(true, false, NOW),
        false,
        List.of(escalation()),
        List.of(preAlert()),
        NOW,
        null,
        12);
  }

  static AdviceView advice() {
    return new AdviceView(
        List.of(
            new OptionView(
                H1,
                Strategy.PRIMARY_PCI,
                new HospitalId("h2"),
                600.0,
                900.0,
                5_400L,
                NOW,
                7_200L,
                true,
                List.of(new ReasonView("capacity_notice", Map.of("minutes", 12))))),
        NOW);
  }

  static ChecklistView checklist() {
    return new ChecklistView(
        "thrombolysis",
        1,
        true,
        List.of(
            new QuestionView(
                "active_bleeding", "absolute", Map.of("zh-CN", "活动性出血", "en", "Active bleeding"))));
  }

  /** What the link of a text message shows to the doctor who was paged. */
  static PagedView paged(EscalationAnswer answer) {
    return new PagedView(
        answer == null ? PreAlertState.WAITING : PreAlertState.ACCEPTED,
        PreAlertKind.CHEST_PAIN,
        "湘雅三医院",
        "介入值班医师",
        NOW.minusSeconds(30),
        NOW.plusSeconds(30),
        Diagnosis.STEMI,
        Sex.MALE,
        61,
        720L,
        true,
        new Vitals(NOW, 128, 80, 96, 18, 97, 15),
        List.of(
            new IntervalView(
                "first_medical_contact_to_wire",
                NOW.minusSeconds(1_200),
                null,
                null,
                7_200,
                IntervalState.RUNNING,
                "ESC 2023")),
        List.of(new PagedEcg(new EcgId("e1"), "image", "image/png", NOW)),
        answer,
        answer == null ? null : NOW,
        answer == null ? null : "介入值班医师",
        answer != null,
        12);
  }
}
