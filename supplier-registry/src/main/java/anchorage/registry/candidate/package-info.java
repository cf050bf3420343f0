/** Who a name could be: indexes that find candidates among all suppliers, and a trained model that says how likely each is. */
package anchorage.registry.candidate;
