package io.dispatch120.dispatch.adapter.http;

import io.dispatch120.dispatch.api.Catalogue.HospitalInfo;
import io.dispatch120.dispatch.api.Catalogue.OnCall;
import io.dispatch120.dispatch.api.Command;
import io.dispatch120.dispatch.api.HospitalId;
import io.dispatch120.dispatch.api.HospitalView;
import io.dispatch120.dispatch.api.HospitalView.NoticeView;
import io.dispatch120.dispatch.api.Role;
import io.dispatch120.dispatch.api.SessionUser;
import io.dispatch120.dispatch.command.CommandResult.Done;
import io.dispatch120.dispatch.hospital.CapacityNotices;
import io.dispatch120.dispatch.hospital.HospitalEvent.CapacityNoticePosted;
import io.dispatch120.dispatch.importing.Basis;
import io.dispatch120.dispatch.importing.Imports;
import io.dispatch120.dispatch.journal.CatalogueEdit;
import io.dispatch120.dispatch.query.Queries;
import io.dispatch120.dispatch.query.Queries.Page;
import io.dispatch120.dispatch.view.HospitalViews;
import io.dispatch120.web.Answer;
import io.dispatch120.web.ContractRouter;
import io.dispatch120.web.Fields;
import io.dispatch120.web.Problem;
import io.dispatch120.web.Problem.FieldError;
import io.dispatch120.web.Request;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Hospitals as they are now, their capacity notices, and who is on call there. */
final class HospitalRoutes {
  private final Commands commands;
  private final Queries queries;
  private final Imports imports;
  private final Supplier<Instant> now;

  /**
   * @param now database time
   */
  HospitalRoutes(Commands commands, Queries queries, Imports imports, Supplier<Instant> now) {
    this.commands = commands;
    this.queries = queries;
    this.imports = imports;
    this.now = now;
  }

  void bind(ContractRouter router) {
    router
        .on("listHospitals", this::list)
        .on("postCapacityNotice", this::post)
        .on("liftCapacityNotice", this::lift)
        .on("putOnCall", this::putOnCall);
  }

  private Future<Answer> list(Request request) {
    SessionUser user = request.session();
    return queries
        .listHospitals(user.center())
        .map(
            all ->
                Answer.ok(
                    new Page<>(
                        all.stream().map(hospital -> shownTo(user, hospital)).toList(), null)));
  }

  private static HospitalView shownTo(SessionUser user, HospitalView hospital) {
    return user.role() != Role.HOSPITAL || hospital.id().equals(user.hospitalId())
        ? hospital
        : hospital.withoutPhones();
  }

  private Future<Answer> post(Request request) {
    Fields fields = request.fields();
    return known(request)
        .compose(
            hospital ->
                commands.execute(
                    request,
                    new Command.PostCapacityNotice(
                        hospital.id(),
                        fields.text("reason").strip(),
                        fields.instantOrNull("until"))))
        .map(done -> Answer.ok(posted(done)).replayed(done.replayed()));
  }

  /** As it was right after the command, whatever became of it since. */
  private static NoticeView posted(Done done) {
    return done.entries().stream()
        .filter(entry -> entry.event() instanceof CapacityNoticePosted)
        .map(
            entry -> CapacityNotices.NONE.with((CapacityNoticePosted) entry.event(), entry.stamp()))
        .flatMap(notices -> notices.byHospital().values().stream())
        .map(HospitalViews::notice)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the command posted no notice"));
  }

  private Future<Answer> lift(Request request) {
    return known(request)
        .compose(
            hospital -> commands.execute(request, new Command.LiftCapacityNotice(hospital.id())))
        .map(done -> Answer.noContent().replayed(done.replayed()));
  }

  /** The hospital in the path: 403 for another hospital's desk, 404 when there is none. */
  private Future<HospitalView> known(Request request) {
    HospitalId id = own(request);
    return queries
        .listHospitals(request.session().center())
        .map(
            all ->
                all.stream()
                    .filter(hospital -> hospital.id().equals(id))
                    .findFirst()
                    .orElseThrow(HospitalRoutes::notFound));
  }

  private static HospitalId own(Request request) {
    SessionUser user = request.session();
    HospitalId id = new HospitalId(request.parameter("id"));
    if (user.role() == Role.HOSPITAL && !id.equals(user.hospitalId())) {
      throw Problem.of(403, "forbidden", "Only for the hospital of this account.").asException();
    }
    return id;
  }

  private static RuntimeException notFound() {
    return Problem.notFound("There is no such hospital.").asException();
  }

  private Future<Answer> putOnCall(Request request) {
    SessionUser user = request.session();
    HospitalId id = own(request);
    List<OnCall> entries =
        request.fields().objects("entries").stream().map(HospitalRoutes::entry).toList();
    return imports
        .editHospitals(
            user.center(),
            user.actor(),
            basis -> {
              HospitalInfo before = find(basis, id).orElseThrow(HospitalRoutes::notFound);
              check(before, entries);
              HospitalInfo after = before.with(entries);
              return after.equals(before)
                  ? Optional.empty()
                  : Optional.of(CatalogueEdit.Parts.ofHospitals(List.of(after)));
            })
        .compose(basis -> known(request))
        .map(Answer::ok);
  }

  private static OnCall entry(Fields fields) {
    return new OnCall(
        fields.integer("level"),
        fields.text("name").strip(),
        fields.textOrNull("phone"),
        fields.instant("until"));
  }

  private static Optional<HospitalInfo> find(Basis basis, HospitalId id) {
    return basis.catalogue().hospitals().stream()
        .filter(hospital -> hospital.id().equals(id))
        .findFirst();
  }

  /** What the contract can not say. */
  private void check(HospitalInfo hospital, List<OnCall> entries) {
    List<FieldError> errors = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < entries.size(); i++) {
      OnCall entry = entries.get(i);
      String field = "entries[" + i + "].";
      if (hospital.ladder().stream().noneMatch(level -> level.level() == entry.level())) {
        errors.add(
            new FieldError(field + "level", "the hospital's ladder has no level " + entry.level()));
      }
      if (!seen.add(entry.level())) {
        errors.add(new FieldError(field + "level", "is named twice"));
      }
      if (!entry.until().isAfter(now.get())) {
        errors.add(new FieldError(field + "until", "is over already"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors).asException();
    }
  }
}
