/** The commands of the desk: what they are called, what they take, and how they say what came of them. */
package anchorage.desk.command;
