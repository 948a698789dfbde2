/**
 * What the OpenAPI document says beyond the types of parameters and answers: the problems of each operation, and its
 * examples. Uses the problems.
 */
@org.jspecify.annotations.NullMarked
package smeta.http.contract;
