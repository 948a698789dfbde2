/** Plans: a request's cost times volume, over calendar months, against a limit. Uses the rooms below and the JDK. */
@org.jspecify.annotations.NullMarked
package smeta.budget;
