/** The parts that several answers share, as the records that Jackson writes. Uses levels 0 to 5. */
@org.jspecify.annotations.NullMarked
package smeta.http.answer;
