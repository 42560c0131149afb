package io.dispatch120.dispatch.importing.hours;

import io.dispatch120.dispatch.importing.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts hours into pieces. One that is not known makes the whole unreadable: half understood hours
 * are not hours. Linear in the length.
 */
final class Tokens {
  /** Hours of a device fit into half of this. */
  private static final int MAX_LENGTH = 400;

  private static final String HALF =
      "(?<half>上午|下午|中午|早上|晚上|夜间|夜間|凌晨|傍晚|清晨|午前|午後|a\\.m\\.|p\\.m\\.|am|pm)?";

  private static final Pattern TIME =
      Pattern.compile(
          HALF
              + "\\s*(?<next>次日|翌日|翌|隔日|隔天|第二天)?\\s*(?<h>[01]?\\d|2\\d|3[0-5])"
              + "(?:\\s*(?:[:.]|時|时|點|点|h)\\s*(?<m>[0-5]\\d|半)?\\s*(?:分)?(?::00)?|(?![\\d:.]))"
              + "\\s*(?<after>a\\.m\\.|p\\.m\\.|am|pm)?\\s*(?:uhr|hrs?\\b|h\\b)?");

  /** {@code 0830}, only where a range of two such stands. */
  private static final Pattern COMPACT =
      Pattern.compile("([01]\\d|2[0-4])([0-5]\\d)(?=\\s*-|\\s*$|\\D)");

  private static final Pattern NTH =
      Pattern.compile(
          "(?:第\\s*(?<z>[1-5一二三四五](?:[、,・和及][第]?[1-5一二三四五]){0,3})\\s*个?個?"
              + "|(?<n>[1-5])(?:\\.|st|nd|rd|th)\\s*)"
              + "(?<day>[\\p{L}]{1,10})(?:\\s*(?:im monat|of the month|of each month|in the month))?");

  private static final String WEEK = "(?:周|週|星期|礼拜|禮拜)";
  private static final Pattern CHINESE_RANGE =
      Pattern.compile(WEEK + "?(?<from>[一二三四五六日天])\\s*(?:-|至|到)\\s*" + WEEK + "?(?<to>[一二三四五六日天])");

  private static final Pattern CHINESE_DAYS =
      Pattern.compile(WEEK + "(?<days>[一二三四五六日天](?:[、,/及和与與]?[一二三四五六日天](?!\\d)){1,6})");
  private static final Pattern JAPANESE_DAYS =
      Pattern.compile("(?<days>[月火水木金土日](?:[・、,]?[月火水木金土日祝]){1,7})(?:曜日?)?");

  private static final Pattern ALL_DAY =
      Pattern.compile(
          "24\\s*/\\s*7|7\\s*[x×*]\\s*24(?:\\s*小时|\\s*小時|h)?"
              + "|(?:24|二十四)\\s*(?:小时|小時|時間|个小时|鐘頭|h\\b|hrs?\\b|hours?|std\\.?|stunden)"
              + "(?:制)?(?:\\s*a day)?|全天候|全天|全日|終日|整天|常時|随时|隨時|all day|always"
              + "|around the clock|rund um die uhr|durchgehend|ganztägig|immer");

  private static final Pattern OFF =
      Pattern.compile(
          "不开放|不開放|未开放|未開放|不对外|休息|休館|休馆|休業|休诊|休診|定休日?|閉館|闭馆|关闭|關閉"
              + "|关门|關門|公休|不可用?|休み|休|closed|geschlossen|geschl\\.|ruhetag|off\\b");

  private static final Pattern EXCEPT =
      Pattern.compile("以外|除外|を除く|は除く|除く|不含|不包括|exkl\\.|ausgenommen|außer");

  private static final Pattern NOISE =
      Pattern.compile(
          "开放时间|開放時間|营业时间|營業時間|利用可能時間|利用時間|使用時間|使用时间|可使用|可利用|利用可能"
              + "|利用可|使用可能|使用可|可用|开放|開放|营业|營業|开馆|開館|診療時間|受付時間|のみ|だけ|仅|僅"
              + "|只|均|皆|都|为|為|is|open(?:ing)?(?: hours)?|only|from|on\\b|geöffnet|öffnungszeiten|nur"
              + "|von|am\\b(?=\\s+\\p{L})|an\\b|jeweils|uhr|时间|時間|を|は|の|、$|[:()\\[\\]。.!*]|供用"
              + "|对外|對外|毎月|每月|每个月|每個月|each month|every month");

  private static final Pattern TO = Pattern.compile("-|至|到|から|bis\\b|to\\b|until\\b|till\\b");
  private static final Pattern AND = Pattern.compile("[,、&・+]|及|和|与|與|暨|以及|跟|und\\b|and\\b|u\\.");
  private static final Pattern BREAK = Pattern.compile("[;|/]|まで");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** Empty when any part is not understood. */
  static Optional<List<Token>> of(String given) {
    if (given.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String unified =
        Texts.plain(given.replaceAll("[\\r\\n]+", ";"))
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\s*[–—―‐‑‒−ー~～〜﹣_]+\\s*|\\s+-\\s+|-{2,}", "-")
            .replace('，', ',')
            .replace('；', ';')
            .replace('∶', ':');
    Tokens tokens = new Tokens(unified);
    return tokens.cut() ? Optional.of(List.copyOf(tokens.tokens)) : Optional.empty();
  }

  private boolean cut() {
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      boolean known =
          add(ALL_DAY, new Token.AllDay())
              || nth()
              || dayRange()
              || add(EXCEPT, new Token.Except())
              || add(OFF, new Token.Off())
              || time()
              || days()
              || add(TO, new Token.To())
              || add(AND, new Token.And())
              || add(BREAK, new Token.Break())
              || skip();
      if (!known) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Matcher match(Pattern pattern) {
    Matcher found = pattern.matcher(text).region(at, text.length());
    return found.lookingAt() && found.end() > at ? found : null;
  }

  private boolean add(Pattern pattern, Token token) {
    Matcher found = match(pattern);
    if (found == null) {
      return false;
    }
    tokens.add(token);
    at = found.end();
    return true;
  }

  private boolean skip() {
    Matcher found = match(NOISE);
    if (found == null) {
      return false;
    }
    at = found.end();
    return true;
  }

  private boolean nth() {
    Matcher found = match(NTH);
    if (found == null) {
      return false;
    }
    String name = found.group("day");
    for (Map.Entry<String, List<String>> word : DayWords.longestFirst()) {
      boolean fits = word.getValue().size() == 1 && DayWords.WEEK.contains(word.getValue().get(0));
      if (fits
          && (name.equals(word.getKey())
              || (found.group("z") != null && name.startsWith(word.getKey())))) {
        String day = word.getValue().get(0);
        tokens.add(new Token.Days(numbers(found).stream().map(n -> day + "[" + n + "]").toList()));
        at = name.equals(word.getKey()) ? found.end() : found.start("day") + word.getKey().length();
        return true;
      }
    }
    return false;
  }

  private static List<Integer> numbers(Matcher found) {
    String given = found.group("z") == null ? found.group("n") : found.group("z");
    List<Integer> numbers = new ArrayList<>();
    for (char c : given.toCharArray()) {
      int index = "一二三四五".indexOf(c);
      if (index >= 0) {
        numbers.add(index + 1);
      } else if (Character.isDigit(c)) {
        numbers.add(c - '0');
      }
    }
    return numbers;
  }

  /** {@code 周一至五}, {@code 周一、三、五}, {@code 月火水木金}. */
  private boolean dayRange() {
    Matcher range = match(CHINESE_RANGE);
    if (range != null) {
      tokens.add(new Token.Days(List.of(chinese(range.group("from").charAt(0)))));
      tokens.add(new Token.To());
      tokens.add(new Token.Days(List.of(chinese(range.group("to").charAt(0)))));
      at = range.end();
      return true;
    }
    Matcher list = match(CHINESE_DAYS);
    if (list != null) {
      List<String> days = new ArrayList<>();
      for (char c : list.group("days").toCharArray()) {
        if ("一二三四五六日天".indexOf(c) >= 0) {
          days.add(chinese(c));
        }
      }
      tokens.add(new Token.Days(List.copyOf(days)));
      at = list.end();
      return true;
    }
    Matcher japanese = match(JAPANESE_DAYS);
    if (japanese != null) {
      List<String> days = new ArrayList<>();
      for (char c : japanese.group("days").toCharArray()) {
        int day = "月火水木金土日祝".indexOf(c);
        if (day >= 0) {
          days.add(day == 7 ? "PH" : DayWords.WEEK.get(day));
        }
      }
      tokens.add(new Token.Days(List.copyOf(days)));
      at = japanese.end();
      return true;
    }
    return false;
  }

  private static String chinese(char c) {
    int day = "一二三四五六日".indexOf(c);
    return DayWords.WEEK.get(day < 0 ? 6 : day);
  }

  private boolean days() {
    for (Map.Entry<String, List<String>> word : DayWords.longestFirst()) {
      String name = word.getKey();
      if (text.startsWith(name, at) && ends(name)) {
        tokens.add(new Token.Days(word.getValue()));
        at += name.length();
        return true;
      }
    }
    return false;
  }

  /** Latin words end where no letter follows; Chinese ones anywhere. */
  private boolean ends(String name) {
    int next = at + name.length();
    char last = name.charAt(name.length() - 1);
    return last > 0x24F || next >= text.length() || !isLatin(text.charAt(next));
  }

  private static boolean isLatin(char c) {
    return c <= 0x24F && Character.isLetter(c);
  }

  private boolean time() {
    Matcher compact = match(COMPACT);
    if (compact != null) {
      tokens.add(
          new Token.Time(
              Integer.parseInt(compact.group(1)) * 60 + Integer.parseInt(compact.group(2)), false));
      at = compact.end();
      return true;
    }
    Matcher time = match(TIME);
    if (time == null) {
      if (text.startsWith("正午", at) || text.startsWith("午夜", at)) {
        tokens.add(new Token.Time(text.startsWith("正午", at) ? 12 * 60 : 24 * 60, true));
        at += 2;
        return true;
      }
      return false;
    }
    int minutes = ClockTime.minutes(time);
    if (minutes < 0) {
      return false;
    }
    tokens.add(new Token.Time(minutes, time.group("half") != null || time.group("after") != null));
    at = time.end();
    return true;
  }
}
