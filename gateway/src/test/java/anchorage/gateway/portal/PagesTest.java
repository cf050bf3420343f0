package anchorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pattern SLUG = Pattern.compile("^    [A-Z_]+\\(\"([a-z-]+)\", \\d{3}, \"", Pattern.MULTILINE);

    private static final Pattern LINK = Pattern.compile("href=\"(?!https?:|data:|mailto:)([^\"#]+)[^\"]*\"");
    private static final List<String> OTHERS = List.of(
            "/",
            "/docs",
            "/docs/reference",
            "/portal/portal.css",
            "/openapi.json",
            "/openapi.yaml",
            "/asyncapi.yaml",
            "/docs/anchorage.jar");

    private static final String FRAME =
            Pages.text("/anchorage/gateway/portal/page.html").orElseThrow();

    private final Pages pages = new Pages();

    @ParameterizedTest
    @ValueSource(strings = {"home", "quickstart", "deliveries", "problems", "vocabulary", "architecture", "changelog"})
    void showsThePagesThatTheFrameLinksTo(String page) {
        assertThat(pages.page(page).orElseThrow().content()).contains("<h1>");
    }

    @Test
    void resolvesTheTypeOfEveryProblemThatAnyServiceKnows() throws IOException {
        var slugs = slugs();
        assertThat(slugs).hasSizeGreaterThan(25);
        assertThat(slugs)
                .allSatisfy(slug ->
                        assertThat(pages.page("problems/" + slug)).as(slug).isPresent());
    }

    @Test
    void showsThePicturesOfThePages() {
        assertThat(pages.page("matching").orElseThrow().content()).contains("matching.svg");
        assertThat(pages.picture("matching.svg").orElseThrow()).startsWith("<svg");
        assertThat(pages.picture("../matching.svg")).isEmpty();
    }

    @Test
    void handsOutTheFilesForTheSandbox() {
        assertThat(pages.sample("applied.csv").orElseThrow()).startsWith("Date paid,");
        assertThat(pages.sample("empty.csv")).contains("");
        assertThat(pages.sample("../applied.csv")).isEmpty();
        assertThat(pages.sample("none.csv")).isEmpty();
    }

    @Test
    void leadsNowhereThatIsNotThere() throws IOException {
        var lost = new ArrayList<String>();
        int followed = 0;
        for (var name : names()) {
            var at = URI.create(name.startsWith("problems/") ? "/" + name : "/docs/" + name);
            var links = LINK.matcher(FRAME + pages.page(name).orElseThrow().content())
                    .results()
                    .toList();
            for (var link : links) {
                followed++;
                var path = at.resolve(link.group(1)).getPath();
                if (!isThere(path)) {
                    lost.add(name + " leads to " + path);
                }
            }
        }
        assertThat(followed).isGreaterThan(300);
        assertThat(lost).isEmpty();
    }

    private boolean isThere(String path) {
        var page = path.replaceFirst("^/(docs/)?", "");
        return OTHERS.contains(path)
                || pages.page(page).isPresent()
                || pages.picture(page).isPresent()
                || pages.sample(page.replace("sandbox/", "")).isPresent();
    }

    private static List<String> names() throws IOException {
        var docs = RealData.root().resolve("docs");
        try (var files = Files.walk(docs, 2)) {
            return files.map(file -> docs.relativize(file).toString())
                    .filter(name -> name.matches("[a-z0-9-]+\\.md|(problems|methods|adr)/[a-z0-9-]+\\.md"))
                    .map(name -> name.replace(".md", ""))
                    .toList();
        }
    }

    @Test
    void opensNoFileOutsideTheDocumentation() {
        assertThat(pages.page("../application")).isEmpty();
        assertThat(pages.page("problems/../../application")).isEmpty();
        assertThat(pages.page("nothing")).isEmpty();
    }

    private static List<String> slugs() throws IOException {
        var slugs = new ArrayList<String>();
        try (var files = Files.walk(RealData.root())) {
            for (var file : files.filter(file -> file.toString().endsWith("Problem.java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .toList()) {
                var found = SLUG.matcher(Files.readString(file));
                while (found.find()) {
                    slugs.add(found.group(1));
                }
            }
        }
        return slugs;
    }
}
