/** The walk of an estimate: a prompt and a model become items, a fit, a bill. Uses the rooms below and the JDK. */
@org.jspecify.annotations.NullMarked
package smeta.estimate;
