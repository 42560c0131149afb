package io.dispatch120.dispatch.importing.value;

import io.dispatch120.geo.api.AedAccess;
import io.dispatch120.geo.api.AedReadiness;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lists call the state of a device, and who can get at it. Pure. */
public final class AedWords {
  private static final Pattern COUNT =
      Pattern.compile("\\D{0,10}?(\\d{1,3})\\s*(?:台|部|個|个|具|set|sets|x|stück|stk\\.?|units?)?");
  private static final Pattern COUNT_IN_TEXT =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,2})\\s?(?:台|部)(?!\\p{L}*[車车梯])|(?<![\\d.])(\\d{1,2})\\s?(?:devices|Geräte|AEDs)");

  private static final List<String> MISSING =
      List.of(
          "缺失",
          "遗失",
          "遺失",
          "丢失",
          "失窃",
          "撤除",
          "移除",
          "已撤",
          "撤去",
          "missing",
          "removed",
          "stolen",
          "entfernt",
          "gestohlen",
          "fehlt");
  private static final List<String> EXPIRED =
      List.of("过期", "過期", "到期", "逾期", "期限切", "expired", "abgelaufen");
  private static final List<String> FAULT =
      List.of(
          "故障",
          "损坏",
          "損壞",
          "维修",
          "維修",
          "不可用",
          "异常",
          "異常",
          "停用",
          "修理",
          "使用不可",
          "fault",
          "broken",
          "out of order",
          "not working",
          "not_working",
          "inactive",
          "defekt");
  private static final List<String> OK =
      List.of(
          "正常",
          "可用",
          "良好",
          "完好",
          "使用可",
          "使用中",
          "在用",
          "有效",
          "ok",
          "ready",
          "working",
          "active",
          "functional",
          "good",
          "einsatzbereit",
          "funktionsfähig");

  private static final List<String> RESTRICTED =
      List.of(
          "内部",
          "內部",
          "员工",
          "員工",
          "住户",
          "住戶",
          "业主",
          "限",
          "不对外",
          "不對外",
          "非公開",
          "非公开",
          "関係者",
          "职工",
          "private",
          "restricted",
          "residents",
          "employees",
          "members",
          "permit",
          "nicht öffentlich",
          "nur für",
          "privat",
          "本单位",
          "校内");
  private static final List<String> STAFFED =
      List.of(
          "工作人员",
          "工作人員",
          "服务台",
          "服務台",
          "前台",
          "保安",
          "警衛",
          "警卫",
          "洽",
          "受付",
          "職員",
          "staff",
          "customer",
          "reception",
          "personal",
          "kunden",
          "empfang",
          "on request",
          "半公开");
  private static final List<String> PUBLIC =
      List.of(
          "公共",
          "公开",
          "公開",
          "开放",
          "開放",
          "自由",
          "任何人",
          "社会",
          "誰でも",
          "public",
          "yes",
          "permissive",
          "open",
          "öffentlich",
          "frei");

  private AedWords() {}

  /** Empty when no word is known. What speaks against a device is looked for first. */
  public static Optional<AedReadiness> readiness(String text) {
    String words = Texts.plain(text).toLowerCase(Locale.ROOT);
    if (any(words, MISSING)) {
      return Optional.of(AedReadiness.MISSING);
    }
    if (any(words, EXPIRED) && !words.contains("未")) {
      return Optional.of(AedReadiness.EXPIRED);
    }
    if (any(words, FAULT)) {
      return Optional.of(
          words.matches(".*(无|無|没有|沒有|no )(故障|异常|異常|fault).*")
              ? AedReadiness.OK
              : AedReadiness.FAULT);
    }
    if (words.equals("unknown") || words.equals("未知") || words.equals("不明")) {
      return Optional.of(AedReadiness.UNKNOWN);
    }
    boolean denied = words.matches(".*(不|未|非|not |nicht ).*");
    return any(words, OK) && !denied ? Optional.of(AedReadiness.OK) : Optional.empty();
  }

  /** Empty when no word is known. The narrower reading wins. */
  public static Optional<AedAccess> access(String text) {
    String words = Texts.plain(text).toLowerCase(Locale.ROOT);
    if (words.equals("no") || words.equals("否") || any(words, RESTRICTED)) {
      return Optional.of(AedAccess.RESTRICTED);
    }
    if (any(words, STAFFED)) {
      return Optional.of(AedAccess.STAFFED);
    }
    return words.equals("是") || words.equals("有") || any(words, PUBLIC)
        ? Optional.of(AedAccess.PUBLIC)
        : Optional.empty();
  }

  /** How many devices a cell counts. */
  public static OptionalInt count(String text) {
    return number(COUNT.matcher(Texts.plain(text).toLowerCase(Locale.ROOT)), true);
  }

  /** How many devices a description speaks of, such as {@code 大厅2台}. */
  public static OptionalInt countIn(String description) {
    return number(COUNT_IN_TEXT.matcher(Texts.plain(description)), false);
  }

  private static OptionalInt number(Matcher count, boolean whole) {
    if (!(whole ? count.matches() : count.find())) {
      return OptionalInt.empty();
    }
    for (int group = 1; group <= count.groupCount(); group++) {
      if (count.group(group) != null) {
        return OptionalInt.of(Integer.parseInt(count.group(group)));
      }
    }
    return OptionalInt.empty();
  }

  private static boolean any(String words, List<String> known) {
    return known.stream().anyMatch(words::contains);
  }
}
