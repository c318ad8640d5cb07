const mysql = require('mysql2/promise');

// fixed: more than the eight invocations of a worker
exports.reports = mysql.createPool({ host: process.env.REPORTS_HOST, connectionLimit: 10 });
