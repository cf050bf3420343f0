package anchorage.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The documentation's pages: the project's own Markdown files, as HTML. */
@ApplicationScoped
class Pages {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(/[a-z0-9-]+)?");
    private static final Pattern SAMPLE = Pattern.compile("[a-z-]+\\.csv");
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.svg");
    /** The page of a folder, be it a service's or one of the documentation. */
    private static final Pattern LINK_TO_FOLDER = Pattern.compile("href=\"(?:\\.\\./)?([a-z-]+)/README\\.md\"");

    private static final Pattern LINK_TO_MARKDOWN = Pattern.compile("href=\"(?!https?:)([^\"#]+)\\.md(#[^\"]*)?\"");

    private final Parser parser =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(List.of(TablesExtension.create()))
            .escapeHtml(true)
            .build();

    /**
     * A page before it is framed.
     *
     * @param title its first heading, as HTML
     * @param content as HTML
     */
    record Page(String title, String content) {}

    /** The page of that name, such as {@code quickstart} or {@code problems/not-found}. */
    Optional<Page> page(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        // The changelog stands at the project's root, where everybody looks for it, under the name they look for.
        var file = name.equals("changelog") ? "CHANGELOG" : name;
        return text("/docs/" + file + ".md")
                .or(() -> text("/docs/" + file + "/README.md"))
                .map(markdown -> new Page(title(markdown), body(markdown)));
    }

    /** The picture of that name, such as {@code matching.svg}. */
    Optional<String> picture(String name) {
        return PICTURE.matcher(name).matches() ? text("/docs/" + name) : Optional.empty();
    }

    /** The file of that name to try the sandbox with, such as {@code applied.csv}. */
    Optional<String> sample(String name) {
        return SAMPLE.matcher(name).matches() ? text("/docs/sandbox/" + name) : Optional.empty();
    }

    private String body(String markdown) {
        var html = renderer.render(parser.parse(markdown));
        // What is wider than the page must be reached, to be scrolled, without a mouse too.
        var within = LINK_TO_FOLDER.matcher(html).replaceAll("href=\"/docs/$1\"");
        return LINK_TO_MARKDOWN.matcher(within).replaceAll("href=\"$1$2\"").replace("<pre>", "<pre tabindex=\"0\">");
    }

    private static String title(String markdown) {
        var first = markdown.lines().findFirst().orElse("Anchorage");
        return first.replaceFirst("^#+ *", "").replace("<", "&lt;");
    }

    static Optional<String> text(String resource) {
        try (var bytes = Pages.class.getResourceAsStream(resource)) {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("a page could not be read", failure);
        }
    }
}
