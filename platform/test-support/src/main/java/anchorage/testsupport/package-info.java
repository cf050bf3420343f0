/** What the tests of every service need: the real parts, tokens, the real data, and the rules of the house. */
package anchorage.testsupport;
