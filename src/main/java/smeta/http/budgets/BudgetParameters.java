package smeta.http.budgets;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import java.util.List;
import smeta.http.problem.Problem;
import smeta.http.query.QueryParameters;

/** The parameters of a budget in a query: a plan and its one workload. */
@RegisterForReflection
public class BudgetParameters extends QueryParameters {
    @BeanParam
    @Valid
    public PlanParameters plan = new PlanParameters();

    @BeanParam
    @Valid
    public WorkloadParameters workload = new WorkloadParameters();

    /** Whether there is a request body, which decides what the query must say. */
    boolean hasBody;

    @Override
    public void contradictions(List<Problem.Error> errors) {
        workload.contradictions(hasBody, errors);
    }

    /** What holds for a whole scenario: the plan's words alone. */
    @RegisterForReflection
    public static class OfScenario extends QueryParameters {
        @BeanParam
        @Valid
        public PlanParameters plan = new PlanParameters();
    }

    /** What holds for one workload of a scenario: the workload's words alone. */
    @RegisterForReflection
    public static class OfWorkload extends QueryParameters {
        @BeanParam
        @Valid
        public WorkloadParameters workload = new WorkloadParameters();

        private final boolean hasBody;

        OfWorkload(boolean hasBody) {
            this.hasBody = hasBody;
        }

        @Override
        public void contradictions(List<Problem.Error> errors) {
            workload.contradictions(hasBody, errors);
        }
    }
}
