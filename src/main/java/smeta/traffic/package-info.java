/**
 * Reads one's own traffic: lines of logs in which a request stands beside what the vendor reported, as numbers that can
 * be learnt from. Uses the rooms below and Jackson's tree.
 */
@org.jspecify.annotations.NullMarked
package smeta.traffic;
