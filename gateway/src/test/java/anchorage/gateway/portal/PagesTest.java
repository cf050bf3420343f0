package anchorage.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import anchorage.testsupport.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

    private static final Pattern SLUG = Pattern.compile("^    [A-Z_]+\\(\"([a-z-]+)\", \\d{3}, \"", Pattern.MULTILINE);

    private final Pages pages = new Pages();

    @ParameterizedTest
    @ValueSource(strings = {"home", "quickstart", "deliveries", "problems", "vocabulary", "architecture", "changelog"})
    void showsThePagesThatTheFrameLinksTo(String page) {
        assertThat(pages.html(page).orElseThrow()).contains("<h1>", "<nav").doesNotContain("{content}");
    }

    @Test
    void resolvesTheTypeOfEveryProblemThatAnyServiceKnows() throws IOException {
        var slugs = slugs();
        assertThat(slugs).hasSizeGreaterThan(25);
        assertThat(slugs)
                .allSatisfy(slug ->
                        assertThat(pages.html("problems/" + slug)).as(slug).isPresent());
    }

    @Test
    void showsThePicturesOfThePages() {
        assertThat(pages.html("matching").orElseThrow()).contains("matching.svg");
        assertThat(pages.picture("matching.svg").orElseThrow()).startsWith("<svg");
        assertThat(pages.picture("../matching.svg")).isEmpty();
    }

    @Test
    void opensNoFileOutsideTheDocumentation() {
        assertThat(pages.html("../application")).isEmpty();
        assertThat(pages.html("problems/../../application")).isEmpty();
        assertThat(pages.html("nothing")).isEmpty();
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
