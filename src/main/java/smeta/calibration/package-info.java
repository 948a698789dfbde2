/**
 * What was learnt from one's own traffic: how far a vendor's counts are from the estimates, with bounds that were
 * measured on lines the fit had not seen. Uses the materials of texts, counts, and Jackson's tree and
 * SnakeYAML for its files.
 */
@org.jspecify.annotations.NullMarked
package smeta.calibration;
