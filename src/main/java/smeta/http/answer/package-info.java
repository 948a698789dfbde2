/** What several answers share. Uses levels 0 to 5. */
@org.jspecify.annotations.NullMarked
package smeta.http.answer;
