package anchorage.registry.candidate;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Terms that were made before the index sees them, so that it and a question always agree on them. */
final class PreparedTerms extends Analyzer {

    @Override
    protected TokenStreamComponents createComponents(String field) {
        throw new IllegalStateException("the terms of " + field + " are prepared, not analysed");
    }

    /** Terms in order. */
    static final class Stream extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final List<String> terms;
        private Iterator<String> rest;

        Stream(List<String> terms) {
            this.terms = terms;
        }

        @Override
        public void reset() {
            rest = terms.iterator();
        }

        @Override
        public boolean incrementToken() {
            if (!rest.hasNext()) {
                return false;
            }
            clearAttributes();
            term.append(rest.next());
            return true;
        }
    }
}
