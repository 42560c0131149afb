package io.dispatch120.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaticFolderTest {
  @TempDir Path dir;

  @Test
  void readsFoldersOfJars() throws Exception {
    Path jar = dir.resolve("pages.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      entry(out, "console/", "");
      entry(out, "console/assets/", "");
      entry(out, "console/index.html", "a page");
      entry(out, "console/assets/a-1.css", "a{}");
      entry(out, "console/assets/a-1.css.br", "packed");
      entry(out, "consoles/other.html", "another folder");
      entry(out, "console/../evil.html", "slipped");
    }
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
      StaticFolder folder = StaticFolder.of(loader, "console");
      assertThat(folder.has("index.html")).isTrue();
      assertThat(folder.has("assets/a-1.css")).isTrue();
      for (String none : new String[] {"", "assets", "assets/", "../evil.html", "other.html"}) {
        assertThat(folder.has(none)).as(none).isFalse();
      }
      assertThat(folder.getIfRead("index.html")).isNull();
      StaticFile css = folder.read("assets/a-1.css");
      assertThat(css.plain().toString()).isEqualTo("a{}");
      assertThat(css.formFor("br").body().toString()).isEqualTo("packed");
      assertThat(folder.read("assets/a-1.css")).isSameAs(css);
      assertThatThrownBy(() -> folder.read("../evil.html"))
          .isInstanceOf(NoSuchElementException.class);
    }
  }

  private static void entry(JarOutputStream out, String name, String text) throws Exception {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }

  @Test
  void isEmptyWhenThereIsNoSuchFolder() {
    StaticFolder none = StaticFolder.of(getClass().getClassLoader(), "no/such/folder");
    assertThat(none.has("index.html")).isFalse();
  }
}
