package anchorage.desk.command;

import java.util.Map;

/**
 * What is around a command.
 *
 * @param environment of the process
 * @param report where it says what came of it
 */
record Surroundings(Map<String, String> environment, Report report) {}
