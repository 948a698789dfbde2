/** Where the pieces of a text end that are tokenized one by one. May use the tables. */
@org.jspecify.annotations.NullMarked
package smeta.token.split;
