package anchorage.registry.reconciliation.web;

import anchorage.registry.reconciliation.PublicOrganisation;
import anchorage.registry.reconciliation.Vocabulary;

/** An organisation as a small page, for a person who chooses between candidates. Everything in it is escaped. */
final class Preview {

    private Preview() {}

    /** A whole page. */
    static String page(PublicOrganisation organisation) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(organisation.name())
                + "</title></head><body style=\"font: 14px sans-serif\">" + fragment(organisation) + "</body></html>";
    }

    /** What stands in a page or in a flyout. */
    static String fragment(PublicOrganisation organisation) {
        var html = new StringBuilder("<h1 style=\"font-size: 16px\">" + escaped(organisation.name()) + "</h1><dl>");
        for (var property : Vocabulary.propertiesOfAll()) {
            var values = organisation.values(property.id());
            if (!values.isEmpty() && !property.id().equals("name")) {
                html.append("<dt>").append(escaped(property.name())).append("</dt><dd>");
                html.append(escaped(String.join(", ", values))).append("</dd>");
            }
        }
        return html.append("</dl>").toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
