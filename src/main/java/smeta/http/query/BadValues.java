package smeta.http.query;

import java.util.List;
import smeta.http.problem.Problem;

/** What a violation of {@link Understood} carries. */
record BadValues(List<Problem.Error> errors) {}
