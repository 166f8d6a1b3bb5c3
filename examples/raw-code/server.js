require('dotenv').config();
const express = require('express');
const helmet = require('helmet');
const cors = require('cors');
const morgan = require('morgan');
const path = require('path');

const notes = require('./routes/notes');
const users = require('./routes/users');
const { connect } = require('./db');

const app = express();
const PORT = process.env.PORT || 3000;

app.use(helmet());
app.use(cors({ origin: process.env.ORIGIN || 'http://127.0.0.1:5173', credentials: true }));
app.use(morgan('dev'));
app.use(express.json({ limit: '1mb' }));
app.use(express.urlencoded({ extended: false }));
app.use('/static', express.static(path.join(__dirname, 'public')));

app.get('/health', (req, res) => res.json({ ok: true, up: process.uptime() }));
app.use('/api/notes', notes);
app.use('/api/users', users);

app.use((req, res) => res.status(404).json({ error: 'not found' }));

app.use((err, req, res, next) => {
  console.error(err.stack);
  res.status(err.status || 500).json({ error: err.expose ? err.message : 'server error' });
});

connect()
  .then(() => {
    app.listen(PORT, () => console.log(`listening on http://127.0.0.1:${PORT}`));
  })
  .catch((e) => {
    console.error('no database', e);
    process.exit(1);
  });

module.exports = app;
