package smeta.http.query;

/** Whether what was learnt from one's own traffic corrects the estimates. */
public enum CalibrationSwitch {
    ON,
    OFF
}
