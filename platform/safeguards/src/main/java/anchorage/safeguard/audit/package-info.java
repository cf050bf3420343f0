/** Who did what and who saw what, written down before the answer leaves, and never changed. */
package anchorage.safeguard.audit;
