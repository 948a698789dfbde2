/** Uses Smeta from outside, as a program without Quarkus does. */
@org.jspecify.annotations.NullMarked
package smeta.library;
