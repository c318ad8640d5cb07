package com.fasterxml.jackson.datatype.jsr310;

import com.fasterxml.jackson.databind.Module;

public class JavaTimeModule extends Module {}
