/** An example: Smeta's library inside Apache Spark, for corpora beyond one machine. */
@org.jspecify.annotations.NullMarked
package smeta.spark;
